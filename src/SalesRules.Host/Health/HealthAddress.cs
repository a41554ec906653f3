using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Health;

/// <summary>The address of the health page, and what is wrong with it in words.</summary>
internal static class HealthAddress
{
    private const string Key = "Health:Url";
    private const string Example = "http://127.0.0.1:5080";

    /// <exception cref="CommandException">It is no address to listen on.</exception>
    public static BindingAddress Parse(string url)
    {
        BindingAddress address;
        try
        {
            address = BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw CommandException.WrongInput($"{Key}: '{url}' is no address to listen on: expected one such as {Example}.");
        }

        if (address.Scheme != Uri.UriSchemeHttp)
            throw CommandException.WrongInput($"{Key}: '{url}' does not start with http://: expected {Example}, behind a proxy that does the encryption where it must be seen from elsewhere.");
        return address.PathBase.Length == 0 && address.Port is >= 0 and <= IPEndPoint.MaxPort
            ? address
            : throw CommandException.WrongInput($"{Key}: '{url}' has a path or an impossible port: expected only host and port, such as {Example}.");
    }

    /// <summary>The failure to listen there as a sentence; null: it is about something else.</summary>
    public static CommandException? Explain(Exception problem, BindingAddress address) => problem switch
    {
        IOException { InnerException: AddressInUseException } =>
            CommandException.WrongInput($"{Key}: port {address.Port} of {address.Host} is in use by another program, perhaps another worker. Stop it, or set {Key} to another port, such as http://127.0.0.1:5081."),
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            CommandException.WrongInput($"{Key}: this user may not listen on port {address.Port}: choose one above 1023, such as {Example}."),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            CommandException.WrongInput($"{Key}: {address.Host} is no address of this machine: expected one such as {Example}."),
        _ => null,
    };
}
