//HintName: Twin.g.cs
partial class TwinOfOld;
