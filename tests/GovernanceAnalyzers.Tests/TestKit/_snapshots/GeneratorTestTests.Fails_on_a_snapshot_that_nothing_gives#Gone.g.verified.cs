//HintName: Gone.g.cs
