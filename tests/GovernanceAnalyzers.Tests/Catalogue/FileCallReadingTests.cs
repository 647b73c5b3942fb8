using static GovernanceAnalyzers.Tests.Catalogue.CallReading;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>What a call does to files and folders, by what is constant in its arguments.</summary>
public sealed class FileCallReadingTests
{
    [Theory]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.SequentialScan | FileOptions.Asynchronous);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, true);", Read)]
    [InlineData("_ = new FileStream(access: FileAccess.Read, mode: FileMode.Open, path: path);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open, flag ? FileAccess.Read : (FileAccess)1);", Read)]
    [InlineData("var access = FileAccess.Read; _ = new FileStream(path, FileMode.Open, access);", Read)]
    [InlineData("_ = new FileInfo(path).Open(FileMode.Open, FileAccess.Read);", Read)]
    [InlineData("_ = File.OpenHandle(path);", Read)]
    [InlineData("_ = new FileStream(path, new FileStreamOptions());", Read)]
    [InlineData("_ = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Mode = FileMode.Open, Options = FileOptions.SequentialScan });", Read)]
    [InlineData("var options = new FileStreamOptions(); options.Share = FileShare.None; _ = new FileInfo(path).Open(options);", Read)]
    [InlineData("_ = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Read);", Read)]
    [InlineData("_ = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.Read);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Create, FileAccess.Read);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Open, flag ? FileAccess.Read : FileAccess.Write);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1, FileOptions.SequentialScan | FileOptions.DeleteOnClose);", Write)]
    [InlineData("var access = FileAccess.Read; if (flag) access = FileAccess.Write; _ = new FileStream(path, FileMode.Open, access);", Write)]
    [InlineData("var access = FileAccess.Read; access |= FileAccess.Write; _ = new FileStream(path, FileMode.Open, access);", Write)]
    [InlineData("var options = new FileStreamOptions(); options.Access = FileAccess.Write; _ = new FileInfo(path).Open(options);", Write)]
    [InlineData("_ = new FileStream(path, new FileStreamOptions { Options = FileOptions.DeleteOnClose });", Write)]
    [InlineData("_ = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Update);", Write)]
    [InlineData("_ = File.Open(path, FileMode.Open, FileAccess.Read);", Write + "; " + Read)]
    public void A_file(string statements, string expected) => Reads(statements, expected);

    [Theory]
    [InlineData("Path.GetTempFileName()", true)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"orders.csv\")", true)]
    [InlineData("Path.Join(Path.GetTempPath(), \"shop\", Guid.NewGuid().ToString(\"N\") + \".csv\")", true)]
    [InlineData("Path.Combine(Path.Combine(Path.GetTempPath(), \"shop\"), $\"orders_{Guid.NewGuid():N}.csv\")", true)]
    [InlineData("Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())", true)]
    [InlineData("Path.ChangeExtension(Path.GetTempFileName(), path)", true)]
    [InlineData("flag ? null! : Path.GetTempFileName()", true)]
    [InlineData("Path.GetTempPath()", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), path)", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), $\"{path}_{Guid.NewGuid():N}\")", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"../orders.csv\")", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"/orders.csv\")", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"c:orders.csv\")", false)]
    [InlineData("Path.Combine(path, Guid.NewGuid().ToString())", false)]
    [InlineData("Path.Combine(AppContext.BaseDirectory, \"orders.csv\")", false)]
    [InlineData("flag ? path : Path.GetTempFileName()", false)]
    public void A_temporary_file_of_its_own(string name, bool isIt)
    {
        Reads($"var file = {name}; File.Delete(file);", isIt ? "files.delete (Low)" : "files.delete (High)");
        Reads($"var file = {name}; File.WriteAllText(file, path);", isIt ? "files.write (Low)" : Write);
        Reads($"var file = {name}; _ = new StreamWriter(file);", isIt ? "files.write (Low)" : Write);
        Reads($"var file = {name}; Directory.Delete(file, true);", isIt ? "files.delete (Low)" : "files.delete (High)");
        Reads($"var file = {name}; File.Move(file, path);", Write);
    }

    [Theory]
    [InlineData("Directory.Delete(path);", "files.delete (Medium)")]
    [InlineData("Directory.Delete(path, false);", "files.delete (Medium)")]
    [InlineData("new DirectoryInfo(path).Delete();", "files.delete (Medium)")]
    [InlineData("Directory.Delete(path, true);", "files.delete (High)")]
    [InlineData("Directory.Delete(path, flag);", "files.delete (High)")]
    [InlineData("new DirectoryInfo(path).Delete(flag);", "files.delete (High)")]
    [InlineData("new FileInfo(path).Delete();", "files.delete (High)")]
    [InlineData("Action<string> later = Directory.Delete;", "files.delete (High)")]
    public void A_folder(string statements, string expected) => Reads(statements, expected);
}
