//HintName: Twin.g.cs
partial class Twin;
