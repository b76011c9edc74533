using System.Threading.Tasks;

internal static class Asynchrony
{
    private const int Turns = 2_000;

    private sealed class Court
    {
        private TaskCompletionSource<int> _ball = New();

        private static TaskCompletionSource<int> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Hit(int ball) => _ball.SetResult(ball);

        public async Task<int> Catch()
        {
            int ball = await _ball.Task;
            _ball = New();
            return ball;
        }
    }

    private static async Task Player(Court mine, Court other, int last)
    {
        int ball;
        do
        {
            ball = await mine.Catch();
            other.Hit(ball + 1);
        }
        while (ball < last);
    }

    /// <summary>Two tasks that wake each other.</summary>
    public static long PingPong()
    {
        Court left = new(), right = new(), end = new();
        Task first = Player(left, right, Turns);
        Task second = Returner(right, left, end);
        left.Hit(0);
        second.Wait();
        first.Wait();
        return end.Catch().Result;
    }

    private static async Task Returner(Court mine, Court other, Court end)
    {
        int ball;
        while ((ball = await mine.Catch()) <= Turns) other.Hit(ball + 1);
        end.Hit(ball);
    }

    private static async ValueTask<int> Deep(int depth)
    {
        if (depth == 0)
        {
            await Task.Yield();
            return 1;
        }
        return await Deep(depth - 1) + 1;
    }

    /// <summary>A chain of methods that wait for each other.</summary>
    public static long Chain()
    {
        long sum = 0;
        for (int i = 0; i < 100; i++) sum += Deep(20).AsTask().Result;
        return sum;
    }
}
