namespace Governance;

/// <summary>Takes a step's arguments one by one, without boxing. Generated code calls it.</summary>
public interface IArgumentWriter
{
    /// <summary>Takes one value.</summary>
    /// <typeparam name="T">The parameter's declared type.</typeparam>
    /// <param name="name">The parameter's name, or the placeholder's text.</param>
    /// <param name="value">The value.</param>
    void Write<T>(string name, T value);

    /// <summary>Takes one value that is <see cref="RedactedAttribute"/>: it is kept and shown as a keyed digest.</summary>
    /// <typeparam name="T">The parameter's declared type.</typeparam>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    void WriteRedacted<T>(string name, T value);
}

/// <summary>Gives recorded arguments back, so that an approved or completed request can be taken up by any host.</summary>
public interface IArgumentReader
{
    /// <summary>Whether the record holds this value.</summary>
    /// <param name="name">The parameter's name, or <see cref="StepTableEntry.ResultName"/>.</param>
    bool Has(string name);

    /// <summary>Reads one value.</summary>
    /// <typeparam name="T">The parameter's declared type.</typeparam>
    /// <param name="name">The parameter's name, or <see cref="StepTableEntry.ResultName"/>.</param>
    T Read<T>(string name);
}
