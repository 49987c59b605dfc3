using Microsoft.AspNetCore.Http;

namespace CamMigrate.Simulator.Http;

/// <summary>One protocol as a camera answers it.</summary>
internal interface ICameraFace
{
    Task<Answer> AnswerAsync(HttpContext context, CancellationToken cancellationToken);
}
