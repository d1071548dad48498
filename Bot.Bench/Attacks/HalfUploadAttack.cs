using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AgaBot.Bench.Attacks;

/// <summary>Many uploads that stop in the middle and keep their connection.</summary>
internal sealed class HalfUploadAttack(Uri bot, IPAddress address) : Attack(bot)
{
    private const int Bytes = 4_000_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    public override string Name => "halves";

    protected override int Attackers => 150;

    protected override async Task<HttpStatusCode> AttackAsync(int attacker, CancellationToken cancellationToken)
    {
        using var page = new Page(Bot, address);
        HttpStatusCode opened = await page.OpenAsync(cancellationToken);
        if (page.ConversationId is null)
            return Count(opened);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        await socket.ConnectAsync(IPAddress.Loopback, Bot.Port, cancellationToken);
        string head =
            $"POST /directline/conversations/{page.ConversationId}/upload?userId=u HTTP/1.1\r\nHost: localhost\r\n"
            + $"Authorization: Bearer {page.Token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: {Bytes}\r\n\r\n"
            + "--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name=file; filename=a.docx\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        await socket.SendAsync(new byte[Bytes / 2], cancellationToken);
        using var kept = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        kept.CancelAfter(Kept);
        byte[] answer = new byte[256];
        int read = await socket.ReceiveAsync(answer, kept.Token);
        string status = Encoding.ASCII.GetString(answer, 0, read);
        return Count(
            status.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
                ? (HttpStatusCode)int.Parse(status.AsSpan(9, 3), CultureInfo.InvariantCulture)
                : HttpStatusCode.RequestTimeout
        );
    }
}
