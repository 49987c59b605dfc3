using System.Collections.Immutable;
using CamMigrate.Core.Profiles;
using CamMigrate.Core.Reading;

namespace CamMigrate.Adapters.Dahua;

/// <summary>
/// Receivers of alarms and pictures: the tables <c>Email</c> and <c>NAS[n]</c>; their passwords are not read.
/// </summary>
internal static class DahuaNotifications
{
    private const int MostReceivers = 64;

    internal static ImmutableArray<Notification>? Parse(DahuaTables tables)
    {
        var (mail, shares) = (tables["Email"], tables["NAS"]);
        if (mail is null && shares is null) return null;
        var list = ImmutableArray.CreateBuilder<Notification>();
        if (mail is not null) list.Add(Mail(mail));
        list.AddRange(Rows(shares).Where(IsFiles).Select(Files));
        return list.ToImmutable();
    }

    /// <summary>Shares that are no file server: recordings go there.</summary>
    internal static ImmutableArray<NetworkShare>? Shares(AnswerNode? table) =>
        table is null ? null : [.. Rows(table).Where(r => !IsFiles(r)).Select(Share)];

    private static IEnumerable<AnswerNode> Rows(AnswerNode? table) =>
        table.At("Enable") is not null || table.At("Address") is not null ? [table!]
            : table.Items().Select(i => i.Node).Take(MostReceivers);

    private static Notification Mail(AnswerNode mail)
    {
        var (ssl, tls) = (mail.At("SslEnable").Bool(), mail.At("TlsEnable").Bool());
        var isAnonymous = mail.At("Anonymous").Bool() is true;
        var receivers = mail.At("Receivers");
        if (isAnonymous) mail.At("UserName").Ignore(IgnoreRule.NotInForce);
        return new Notification
        {
            Kind = NotificationKind.Email,
            Address = DahuaNetwork.Host(mail.At("Address")),
            Port = mail.At("Port").Int(1),
            Enabled = mail.At("Enable").Bool(),
            Security = ssl is null && tls is null ? null : ssl is true ? NotificationSecurity.Tls
                : tls is true ? NotificationSecurity.StartTls : NotificationSecurity.None,
            Username = isAnonymous ? null : mail.At("UserName").Text(),
            Sender = MailAddress(mail.At("SendAddress")),
            Recipients = receivers is null ? null
                : [.. receivers.Items().Select(r => MailAddress(r.Node)).OfType<string>().Distinct()],
            HasPassword = HasPassword(mail),
        };
    }

    private static Notification Files(AnswerNode row) => new()
    {
        Kind = NotificationKind.Ftp,
        Address = DahuaNetwork.Host(row.At("Address")),
        Port = row.At("Port").Int(1),
        Path = row.At("Directory").Text(),
        Enabled = row.At("Enable").Bool(),
        Security = Protocol(row) is { } word && word.Contains("SFTP", StringComparison.OrdinalIgnoreCase)
            ? NotificationSecurity.Tls : NotificationSecurity.None,
        Username = row.At("UserName").Text(),
        HasPassword = HasPassword(row),
    };

    private static NetworkShare Share(AnswerNode row)
    {
        row.At("Name").Ignore(IgnoreRule.Identity);
        return new NetworkShare
        {
            Address = DahuaNetwork.Host(row.At("Address")),
            Path = row.At("Directory").Text(),
            Enabled = row.At("Enable").Bool(),
            HasPassword = HasPassword(row),
        };
    }

    private static bool IsFiles(AnswerNode row)
    {
        var isFiles = Protocol(row)?.Contains("FTP", StringComparison.OrdinalIgnoreCase) is true;
        if (isFiles)
        {
            row.At("Protocol").Taken();
            row.At("Name").Ignore(IgnoreRule.Identity);
        }

        return isFiles;
    }

    private static string? Protocol(AnswerNode row) => row.At("Protocol").Peek() ?? row.At("Name").Peek();

    private static string? MailAddress(AnswerNode? node)
    {
        if (node.Peek()?.Contains('@', StringComparison.Ordinal) is true) return node.Text();
        if (DahuaNetwork.IsUnset(node.Peek())) node.Ignore(IgnoreRule.Unset);
        else node.Because("not a mail address");
        return null;
    }

    /// <summary>Something stands there, be it stars.</summary>
    private static bool? HasPassword(AnswerNode row) =>
        row.At("Password") is { } password ? password.Peek() is not null : null;
}
