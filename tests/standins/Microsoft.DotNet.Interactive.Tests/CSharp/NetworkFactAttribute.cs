namespace Microsoft.DotNet.Interactive.Tests.CSharp;

/// <summary>A test that downloads a package; skipped by name where nuget.org does not answer.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsReachable = new(Try);

    public NetworkFactAttribute()
    {
        if (!IsReachable.Value)
        {
            Skip = "needs a network with api.nuget.org";
        }
    }

    private static bool Try()
    {
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.nuget.org/v3/index.json");
            return client.Send(request).IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
