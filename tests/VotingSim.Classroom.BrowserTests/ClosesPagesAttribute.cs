using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>Closes what a test has opened when it is over: a page that stays keeps its connection, its circuit in the server and a process, and later tests wait for them.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened = [];

    /// <summary>Remembers a browser context as one of the test that is running.</summary>
    internal static IBrowserContext Remember(IBrowserContext context)
    {
        if (TestContext.Current.Test is { } test)
        {
            Opened.GetOrAdd(test.UniqueID, _ => []).Add(context);
        }

        return context;
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Opened.TryRemove(test.UniqueID, out var contexts))
        {
            _ = CloseAsync(contexts);
        }
    }

    private static async Task CloseAsync(IEnumerable<IBrowserContext> contexts)
    {
        foreach (var context in contexts)
        {
            try
            {
                await context.CloseAsync();
            }
            catch (PlaywrightException)
            {
                // its browser has gone with the test
            }
        }
    }
}
