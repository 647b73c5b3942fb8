using System.Security.Cryptography;

namespace Governance;

/// <summary>Request ids that a person can read out: no vowels that make words, no characters that look alike.</summary>
internal static class RequestIds
{
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

    public static string New(Func<string, bool> isTaken)
    {
        while (true)
        {
            var id = "R-" + RandomNumberGenerator.GetString(Alphabet, 8);
            if (!isTaken(id))
            {
                return id;
            }
        }
    }
}
