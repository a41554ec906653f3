using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Identity;

/// <summary>The SOAP API's <c>login</c> and <c>logout</c>; a session from here is as good for REST as any other.</summary>
internal sealed class SoapLogin(Org org, Sessions sessions, SignIn signIn)
{
    private static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Faults = "urn:fault.partner.soap.sforce.com";

    public async Task<IResult> Answer(HttpRequest request, string kind, string version)
    {
        XNamespace api = kind.Equals("c", StringComparison.OrdinalIgnoreCase) ? "urn:enterprise.soap.sforce.com" : "urn:partner.soap.sforce.com";
        if (await ReadCall(request) is not { } call)
            return Fault("soapenv:Client", "INVALID_REQUEST", "The body is no SOAP envelope with a call");
        return call.Name.LocalName switch
        {
            "login" => LogIn(request, api, version, call),
            "logout" => LogOut(api, call),
            var other => Fault("soapenv:Client", "UNSUPPORTED_API_VERSION", $"The sandbox org answers login and logout over SOAP, not {other}"),
        };
    }

    private IResult LogIn(HttpRequest request, XNamespace api, string version, XElement call)
    {
        if (signIn.UserOfPassword(Value(call, "username"), Value(call, "password")) is not { } userId)
            return Fault("sf:INVALID_LOGIN", "INVALID_LOGIN", "Invalid username, password, security token; or user locked out.");
        var origin = $"{request.Scheme}://{request.Host}";
        var user = org.Read(store => store["User"].Find(userId)!);
        return Reply(200, new XElement(api + "loginResponse", new XElement(api + "result",
            new XElement(api + "metadataServerUrl", $"{origin}/services/Soap/m/{version}/{org.Id[..15]}"),
            new XElement(api + "passwordExpired", false),
            new XElement(api + "sandbox", true),
            new XElement(api + "serverUrl", $"{origin}/services/Soap/u/{version}/{org.Id[..15]}"),
            new XElement(api + "sessionId", sessions.Start(userId)),
            new XElement(api + "userId", userId),
            UserInfo(api, user))));
    }

    private IResult LogOut(XNamespace api, XElement call)
    {
        if (Value(call.Document!.Root!, "sessionId") is { } session)
            sessions.Revoke(session);
        return Reply(200, new XElement(api + "logoutResponse"));
    }

    private XElement UserInfo(XNamespace api, Record user)
    {
        XElement Member(string name, object? value) => value is null
            ? new XElement(api + name, new XAttribute(Schema + "nil", true))
            : new XElement(api + name, value);
        return new XElement(api + "userInfo",
            Member("accessibilityMode", false),
            Member("currencySymbol", "$"),
            Member("orgDefaultCurrencyIsoCode", "USD"),
            Member("organizationId", org.Id),
            Member("organizationMultiCurrency", false),
            Member("organizationName", "SalesRules Sandbox"),
            Member("profileId", user["ProfileId"]),
            Member("roleId", user["UserRoleId"]),
            Member("sessionSecondsValid", (int)sessions.Timeout.TotalSeconds),
            Member("userDefaultCurrencyIsoCode", null),
            Member("userEmail", user["Email"]),
            Member("userFullName", user["Name"]),
            Member("userId", user.Id),
            Member("userLanguage", user["LanguageLocaleKey"]),
            Member("userLocale", user["LocaleSidKey"]),
            Member("userName", user["Username"]),
            Member("userTimeZone", user["TimeZoneSidKey"]),
            Member("userType", "Standard"));
    }

    private static async Task<XElement?> ReadCall(HttpRequest request)
    {
        try
        {
            var envelope = await XElement.LoadAsync(request.Body, LoadOptions.None, request.HttpContext.RequestAborted);
            return new XDocument(envelope).Root!.Element(Envelope + "Body")?.Elements().FirstOrDefault();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Value(XElement within, string name) =>
        within.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static IResult Fault(string faultCode, string code, string message) => Reply(500, new XElement(Envelope + "Fault",
        new XElement("faultcode", faultCode),
        new XElement("faultstring", $"{code}: {message}"),
        new XElement("detail", new XElement(Faults + (code == "INVALID_LOGIN" ? "LoginFault" : "UnexpectedErrorFault"),
            new XAttribute(XNamespace.Xmlns + "sf", Faults),
            new XElement(Faults + "exceptionCode", code),
            new XElement(Faults + "exceptionMessage", message)))));

    private static IResult Reply(int status, XElement body)
    {
        var envelope = new XElement(Envelope + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soapenv", Envelope),
            new XAttribute(XNamespace.Xmlns + "xsi", Schema),
            new XElement(Envelope + "Body", body));
        var text = $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{envelope.ToString(SaveOptions.DisableFormatting)}";
        return Results.Text(text, "text/xml; charset=utf-8", statusCode: status);
    }
}
