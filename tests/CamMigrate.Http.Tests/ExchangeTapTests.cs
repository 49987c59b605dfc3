namespace CamMigrate.Http.Tests;

[TestFixture]
internal sealed class ExchangeTapTests
{
    [Test]
    public async Task Tap_SeesEveryFinalAnswer_AndNoChallenge()
    {
        var digest = new DigestServer();
        await using var server = new ScriptedServer(digest.Answer);
        var tap = new Seen();
        await using var http = Sessions.With(server, new CameraHttpOptions { Tap = tap });

        await http.GetAsync("/ISAPI/a");
        await http.GetAsync("/ISAPI/b");

        Assert.That(tap.Exchanges, Is.EqualTo(new[] { ("/ISAPI/a", 200), ("/ISAPI/b", 200) }));
    }

    private sealed class Seen : IExchangeTap
    {
        public List<(string Path, int Status)> Exchanges { get; } = [];

        public void Take(CameraRequest request, CameraResponse response) =>
            Exchanges.Add((request.Path, response.Status));
    }
}
