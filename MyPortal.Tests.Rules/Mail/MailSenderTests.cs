using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using MyPortal.TicketApi.Mail;

namespace MyPortal.Tests.Rules.Mail;

public sealed class MailSenderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_sent_once_the_server_has_taken_it_and_not_only_when_it_has_said_goodbye()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var goodbye = new TaskCompletionSource();
        var session = TakeAsync(listener, goodbye.Task);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var sender = new MailSender(
            Options.Create(new MailOptions { Connection = new MailConnection("127.0.0.1", port, SecureSocketOptions.None, Credential: null) }),
            NullLogger<MailSender>.Instance);
        using var mail = new MimeMessage([new MailboxAddress("", "from@x.example")], [new MailboxAddress("", "to@x.example")], "Subject", new TextPart { Text = "Text" });

        // Until it says so here, the server does not say goodbye. MailKit would wait two minutes for it.
        var outcome = await sender.SendAsync(mail, Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);
        goodbye.SetResult();

        outcome.ShouldBe(MailOutcome.Sent);
        (await session).ShouldBe(["EHLO", "MAIL", "RCPT", "DATA", "QUIT"]);
    }

    private static async Task<List<string>> TakeAsync(TcpListener listener, Task goodbye)
    {
        using var connection = await listener.AcceptTcpClientAsync(Stop);
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(connection.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var commands = new List<string>();
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            commands.Add(line.Split(' ')[0]);
            if (commands[^1] is "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync(Stop) is not ("." or null))
                {
                }
            }
            if (commands[^1] is "QUIT")
            {
                await goodbye.WaitAsync(Stop);
                await writer.WriteLineAsync("221 goodbye");
                break;
            }
            await writer.WriteLineAsync("250 ok");
        }
        return commands;
    }
}
