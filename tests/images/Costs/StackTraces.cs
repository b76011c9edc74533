using System;

try
{
    throw new InvalidOperationException("failed");
}
catch (InvalidOperationException e)
{
    Console.WriteLine(e.StackTrace);
}
