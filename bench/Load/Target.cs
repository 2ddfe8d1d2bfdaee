namespace MyPortal.Bench.Load;

/// <summary>A page to be asked for again and again.</summary>
/// <param name="Port">On the loopback interface, always.</param>
/// <param name="Request">The bytes that connection <c>n</c> sends.</param>
/// <param name="Before">What connection <c>n</c> does before each request, outside the measured time.</param>
internal sealed record Target(int Port, Func<int, byte[]> Request, Func<int, Task>? Before = null);
