namespace Governance;

/// <summary>An action log that keeps the key under which redacted values become digests, where the host gives none.</summary>
public interface IRedactionKeyStore
{
    /// <summary>Reads the key; makes it when first asked.</summary>
    /// <returns>At least 32 bytes, the same for everything that this log holds.</returns>
    byte[] ReadRedactionKey();
}
