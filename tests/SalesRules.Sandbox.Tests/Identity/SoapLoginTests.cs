using System.Net;
using System.Text;
using System.Xml.Linq;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Identity;

public sealed class SoapLoginTests : WireTests
{
    private static readonly XNamespace Partner = "urn:partner.soap.sforce.com";

    [Test]
    public async Task A_login_gives_a_session_that_works_for_rest()
    {
        var reply = await Login("u", "sandbox");
        var result = XElement.Parse(reply.Text).Descendants(Partner + "result").Single();

        Assert.That(reply.Header("Content-Type"), Does.StartWith("text/xml"));
        Assert.That(result.Element(Partner + "serverUrl")!.Value, Is.EqualTo($"{Org.Server.Address}services/Soap/u/50.0/00DSb0000000001"));
        Assert.That(result.Element(Partner + "userId")!.Value, Is.EqualTo(Org.Org.AdminUserId));
        Assert.That(result.Element(Partner + "userInfo")!.Element(Partner + "organizationId")!.Value, Is.EqualTo(Org.Org.Id));
        Org.Token = result.Element(Partner + "sessionId")!.Value;
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_enterprise_endpoint_answers_in_its_own_namespace()
    {
        Assert.That((await Login("c", "sandbox")).Text, Does.Contain("urn:enterprise.soap.sforce.com"));
    }

    [Test]
    public async Task A_wrong_password_is_a_fault()
    {
        var reply = await Login("u", "wrong");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(reply.Text, Does.Contain("<sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode>"));
        Assert.That(reply.Text, Does.Contain("INVALID_LOGIN: Invalid username, password, security token; or user locked out."));
    }

    [Test]
    public async Task A_logout_ends_the_session()
    {
        await Soap("u", $"""<s:Header><SessionHeader xmlns="urn:partner.soap.sforce.com"><sessionId>{Org.Token}</sessionId></SessionHeader></s:Header><s:Body><logout xmlns="urn:partner.soap.sforce.com"/></s:Body>""");

        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private Task<WireReply> Login(string kind, string password) =>
        Soap(kind, $"""<s:Body><n1:login xmlns:n1="urn:partner.soap.sforce.com"><n1:username>admin@sandbox.example</n1:username><n1:password>{password}</n1:password></n1:login></s:Body>""");

    private Task<WireReply> Soap(string kind, string content) => Org.Send(
        "POST", $"/services/Soap/{kind}/50.0",
        new StringContent($"""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">{content}</s:Envelope>""", Encoding.UTF8, "text/xml"),
        ("SOAPAction", "login"), ("Authorization", ""));
}
