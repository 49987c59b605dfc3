using System.Net;
using CamMigrate.Simulator.Estates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CamMigrate.Simulator.Http;

/// <summary>
/// The HTTP listeners of one camera: counts, delays, lets the face answer, and spoils the answer where told.
/// </summary>
internal sealed class CameraHost : IAsyncDisposable
{
    private readonly CameraSpec camera;
    private readonly ICameraFace face;
    private readonly CameraCounters counters;
    private readonly Func<ValueTask> perish;
    private readonly WebApplication app;
    private readonly TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource disposing = new();
    private Task burial = Task.CompletedTask;

    public CameraHost(
        CameraSpec camera, ICameraFace face, CameraCounters counters, Func<ValueTask> perish, TimeProvider time)
    {
        this.camera = camera;
        this.face = face;
        this.counters = counters;
        this.perish = perish;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            var address = IPAddress.Parse(camera.Address);
            kestrel.Listen(address, camera.Ports.Http, Count);
            if (camera.Ports.Https is not { } https) return;
            var certificate = SelfSignedCertificate.Create(address, time);
            kestrel.Listen(address, https, listen =>
            {
                Count(listen);
                listen.UseHttps(certificate);
            });
        });
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public int HttpPort => PortOf("http");

    public int HttpsPort => PortOf("https");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        burial = BuryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        died.TrySetResult();
        await disposing.CancelAsync();
        await burial;
        await app.DisposeAsync();
        disposing.Dispose();
    }

    private void Count(ListenOptions listen)
    {
        listen.Protocols = HttpProtocols.Http1;
        listen.Use(next => async connection =>
        {
            counters.Connection();
            try
            {
                await next(connection);
            }
            finally
            {
                counters.Disconnection();
            }
        });
    }

    // A request that kills its camera cannot wait for the listener to stop: the listener waits for the request.
    private async Task BuryAsync()
    {
        await died.Task;
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(atOnce.Token);
        await perish();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        counters.Request();
        if (died.Task.IsCompleted)
        {
            context.Abort();
            return;
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, disposing.Token);
        try
        {
            if (camera.Faults.DelayMilliseconds > 0) await Task.Delay(camera.Faults.DelayMilliseconds, gone.Token);
            await RespondAsync(context, gone.Token);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task RespondAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (camera.Login.RedirectToHttps && camera.Ports.Https is not null && !context.Request.IsHttps)
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = UriHelper.BuildAbsolute(
                "https", new HostString(camera.Address, HttpsPort),
                path: context.Request.Path, query: context.Request.QueryString);
            return;
        }

        var answer = await face.AnswerAsync(context, cancellationToken);
        if (camera.Login.Closes) context.Response.Headers.Connection = "close";
        if (IsSpoilt(answer)) await BadAnswers.WriteAsync(context, answer, camera.Faults, cancellationToken);
        else await SendAsync(context, answer, cancellationToken);
    }

    private bool IsSpoilt(Answer answer) =>
        camera.Faults.Http != HttpFault.None && answer.Status == 200
        && (camera.Faults.HttpAt is not { } at || answer.Operation.Contains(at, StringComparison.Ordinal));

    private async Task SendAsync(HttpContext context, Answer answer, CancellationToken cancellationToken)
    {
        if (answer.Fate == AnswerFate.Dropped)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers) response.Headers.Append(name, value);
        if (answer.Fate == AnswerFate.Sent)
        {
            await response.Body.WriteAsync(answer.Body, cancellationToken);
            return;
        }

        await response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        context.Abort();
        died.TrySetResult();
    }

    private int PortOf(string scheme) => app.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses
        .Select(address => new Uri(address))
        .First(address => address.Scheme == scheme).Port;
}
