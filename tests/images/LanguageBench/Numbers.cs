using System;

internal static class Numbers
{
    private const int Size = 96;

    private static double[,] Fill(double start)
    {
        double[,] matrix = new double[Size, Size];
        for (int row = 0; row < Size; row++)
            for (int column = 0; column < Size; column++) matrix[row, column] = start + row * 0.5 - column * 0.25;
        return matrix;
    }

    public static long Matrix()
    {
        double[,] left = Fill(1), right = Fill(2), product = new double[Size, Size];
        for (int i = 0; i < Size; i++)
            for (int j = 0; j < Size; j++)
            {
                double sum = 0;
                for (int k = 0; k < Size; k++) sum += left[i, k] * right[k, j];
                product[i, j] = sum;
            }
        return (long)(product[3, 5] + product[Size - 1, Size - 2]);
    }

    public static long Sieve()
    {
        bool[] composite = new bool[200_000];
        int primes = 0;
        for (int i = 2; i < composite.Length; i++)
        {
            if (composite[i]) continue;
            primes++;
            for (long j = (long)i * i; j < composite.Length; j += i) composite[(int)j] = true;
        }
        return primes;
    }

    private struct Body
    {
        public double X, Y, Z, Vx, Vy, Vz, Mass;
    }

    public static long Bodies()
    {
        Body[] bodies = new Body[5];
        for (int i = 0; i < bodies.Length; i++)
            bodies[i] = new Body { X = i * 3.5, Y = i * i - 2, Z = 1.0 / (i + 1), Vx = 0.1 * i, Vy = -0.05 * i, Mass = 1 + i };
        for (int step = 0; step < 5_000; step++) Advance(bodies, 0.001);
        return (long)(bodies[2].X * 1e6);
    }

    private static void Advance(Body[] bodies, double dt)
    {
        for (int i = 0; i < bodies.Length; i++)
        {
            ref Body a = ref bodies[i];
            for (int j = i + 1; j < bodies.Length; j++)
            {
                ref Body b = ref bodies[j];
                double dx = a.X - b.X, dy = a.Y - b.Y, dz = a.Z - b.Z;
                double square = dx * dx + dy * dy + dz * dz;
                double pull = dt / (square * Math.Sqrt(square));
                a.Vx -= dx * b.Mass * pull; a.Vy -= dy * b.Mass * pull; a.Vz -= dz * b.Mass * pull;
                b.Vx += dx * a.Mass * pull; b.Vy += dy * a.Mass * pull; b.Vz += dz * a.Mass * pull;
            }
        }
        foreach (ref Body body in bodies.AsSpan())
        {
            body.X += dt * body.Vx; body.Y += dt * body.Vy; body.Z += dt * body.Vz;
        }
    }
}
