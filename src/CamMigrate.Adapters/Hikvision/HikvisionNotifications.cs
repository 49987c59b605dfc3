using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Hikvision;

/// <summary>
/// Who is told: <c>GET /ISAPI/Event/notification/httpHosts</c>, <c>/System/Network/mailing/1</c> and
/// <c>/System/Network/ftp/1</c>. Passwords are never told, and never asked for.
/// </summary>
internal static class HikvisionNotifications
{
    /// <summary>Reads all receivers; null = the device answered none of the documents.</summary>
    internal static ImmutableArray<Notification>? Parse(
        AnswerNode? hosts, AnswerNode? mail, AnswerNode? ftp, ReadingNotes notes)
    {
        if (hosts is null && mail is null && ftp is null) return null;
        List<Notification> described =
        [
            .. Each(mail, "mailing").Select(Mail).OfType<Notification>(),
            .. Each(ftp, "FTPNotification").Select(Ftp).OfType<Notification>(),
        ];
        // nobody recorded a camera's mail or file transfer
        if (described.Count > 0) notes.Assume("notifications");
        return
        [
            .. hosts.Children("HttpHostNotification").Select(host => Http(host, notes)).OfType<Notification>(), .. described,
        ];
    }

    // Those of a list, or the document itself.
    private static List<AnswerNode> Each(AnswerNode? document, string name) =>
        document.Children(name).ToList() is { Count: > 0 } list ? list : document is null ? [] : [document];

    private static Notification? Http(AnswerNode host, ReadingNotes notes)
    {
        host.At("id").Ignore(IgnoreRule.Identity);
        if (host.At("url").Peek()?.Contains('?', StringComparison.Ordinal) is true) host.At("url").Hide();
        if (HikvisionHost.IsUnset(host))
        {
            host.Ignore(
                IgnoreRule.Unused, "url", "protocolType", "parameterFormatType", "addressingFormatType", "ipAddress",
                "hostName", "ipv6Address", "portNo", "userName", "httpAuthenticationMethod", "httpBroken");
            host.At("Extensions", "intervalBetweenEvents").Ignore(IgnoreRule.Unused);
            return null;
        }

        var (user, method) = (host.At("userName").Text(), host.At("httpAuthenticationMethod").Text());
        return new Notification
        {
            Kind = NotificationKind.Http,
            Address = HikvisionHost.Address(host),
            Port = host.At("portNo").Int(1),
            Path = Path(host.At("url"), notes),
            Security = host.At("protocolType").Text()?.ToUpperInvariant() switch
            {
                "HTTPS" => NotificationSecurity.Tls,
                "HTTP" => NotificationSecurity.None,
                _ => null,
            },
            Username = user,
            HasPassword = method is null ? null
                : user is not null && !method.Equals("none", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>What follows a question mark may be a token: it stays where it is.</summary>
    private static string? Path(AnswerNode? url, ReadingNotes notes)
    {
        var query = url.Peek()?.IndexOf('?', StringComparison.Ordinal) ?? -1;
        if (url.Peek() is not { } text || query < 0) return url.Text();
        url.Taken();
        notes.Warn(
            "notifications", "the path of an alarm receiver has a query; it may hold a token, so only the path is carried.");
        return text[..Math.Min(query, 256)];
    }

    private static Notification? Mail(AnswerNode mail)
    {
        mail.At("id").Ignore(IgnoreRule.Identity);
        var (sender, smtp) = (mail.At("sender"), mail.At("sender", "smtp"));
        var receivers = mail.At("receiverList").Children("receiver").ToList();
        foreach (var receiver in receivers) receiver.At("id").Ignore(IgnoreRule.Identity);
        ImmutableArray<string> recipients = [.. receivers.Select(r => r.At("emailAddress").Text()).OfType<string>()];
        if (HikvisionHost.IsUnset(smtp) && recipients.IsEmpty && sender.At("emailAddress").Peek() is null)
        {
            smtp.Ignore(
                IgnoreRule.Unused, "enableAuthorization", "enableSSL", "addressingFormatType", "hostName", "ipAddress",
                "portNo", "accountName", "enableTLS", "startTLS");
            return null;
        }

        return new Notification
        {
            Kind = NotificationKind.Email,
            Address = HikvisionHost.Address(smtp),
            Port = smtp.At("portNo").Int(1),
            Security = Security(smtp),
            Username = smtp.At("accountName").Text(),
            Sender = sender.At("emailAddress").Text(),
            Recipients = recipients,
            HasPassword = smtp.At("enableAuthorization").Bool(),
        };
    }

    private static NotificationSecurity? Security(AnswerNode? smtp)
    {
        var (ssl, tls, start) = (
            smtp.At("enableSSL").Bool(), smtp.At("enableTLS").Bool(), smtp.At("startTLS").Bool());
        if (start is true) return NotificationSecurity.StartTls;
        if (ssl is true || tls is true) return NotificationSecurity.Tls;
        return ssl is null && tls is null && start is null ? null : NotificationSecurity.None;
    }

    private static Notification? Ftp(AnswerNode ftp)
    {
        ftp.At("id").Ignore(IgnoreRule.Identity);
        var enabled = ftp.At("enabled");
        if (HikvisionHost.IsUnset(ftp) && enabled.PeekBool() is not true)
        {
            ftp.Ignore(
                IgnoreRule.Unused, "enabled", "addressingFormatType", "ipAddress", "hostName", "ipv6Address", "portNo",
                "userName", "annoyftp", "anonymous");
            ftp.At("uploadPath").Ignore(IgnoreRule.Unused, "pathDepth", "topDirNameRule", "subDirNameRule");
            return null;
        }

        var anonymous = (ftp.At("annoyftp") ?? ftp.At("anonymous")).Bool();
        var user = ftp.At("userName").Text();
        return new Notification
        {
            Kind = NotificationKind.Ftp,
            Address = HikvisionHost.Address(ftp),
            Port = ftp.At("portNo").Int(1),
            Path = ftp.At("uploadPath", "topDirName").Text(),
            Username = user,
            Enabled = enabled.Bool(),
            HasPassword = anonymous is { } none ? !none : user is null ? null : true,
        };
    }
}
