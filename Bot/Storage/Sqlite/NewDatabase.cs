using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Sqlite;

/// <summary>
/// Makes a store under a temporary name and renames it once its schema is on the disk: a killed process leaves no store without a schema.
/// </summary>
internal static class NewDatabase
{
    public static void Create(string path)
    {
        OwnersFile.CreateFolder(Path.GetDirectoryName(path) ?? throw new IOException($"{path} is not a file."));
        using FileStream held = UnfinishedFiles.Create(path);
        try
        {
            using (SqliteConnection connection = SqliteFile.Connection(held.Name))
            {
                connection.Open();
                // Only an empty database takes this setting without being rewritten.
                Statement.Execute(connection, "PRAGMA auto_vacuum = INCREMENTAL");
                Migrations.Create(connection);
                // Kept in the file, so that those who open it at the same time need not change it.
                Statement.Execute(connection, "PRAGMA journal_mode = WAL");
            }

            held.Flush(flushToDisk: true);
            File.Move(held.Name, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process or thread was faster.
            UnfinishedFiles.Delete(held.Name);
        }
        catch
        {
            UnfinishedFiles.Delete(held.Name);
            throw;
        }
    }
}
