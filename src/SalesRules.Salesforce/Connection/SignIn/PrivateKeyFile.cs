using System.Security.Cryptography;

namespace SalesRules.Salesforce.Connection.SignIn;

/// <summary>The PEM file that holds the RSA key for the JWT flow.</summary>
internal static class PrivateKeyFile
{
    /// <summary>Reads the key; the caller disposes it.</summary>
    public static RSA Read(string path)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>What is wrong with the file, as a sentence, or null. Never quotes what the file holds.</summary>
    public static string? Problem(string path)
    {
        const string expected = "expected an RSA private key in PEM form (PKCS#8 or PKCS#1, not encrypted)";
        try
        {
            using var key = Read(path);
            return HoldsPrivateKey(key) ? null : $"Salesforce:PrivateKeyFile {path} holds only a public key: {expected}.";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"Salesforce:PrivateKeyFile {path} does not exist.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Salesforce:PrivateKeyFile {path} cannot be read: check the rights of the account that runs this.";
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return $"Salesforce:PrivateKeyFile {path} is not usable: {expected}.";
        }
    }

    private static bool HoldsPrivateKey(RSA key)
    {
        try
        {
            return key.ExportParameters(includePrivateParameters: true).D is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
