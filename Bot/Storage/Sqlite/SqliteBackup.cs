using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Sqlite;

/// <summary>A copy of the database as it stands at one moment: in WAL a copy of the file alone would lack what was written last.</summary>
internal static class SqliteBackup
{
    /// <param name="path">An empty file, or none.</param>
    /// <returns>How many rows the copy holds.</returns>
    /// <exception cref="InvalidDataException">The copy is damaged, and so is the original most likely.</exception>
    public static long Make(SqliteFile file, string path)
    {
        using (SqliteConnection original = file.Open())
        using (SqliteCommand copy = original.CreateCommand())
        {
            copy.CommandText = "VACUUM INTO $path";
            copy.Parameters.AddWithValue("$path", path);
            copy.ExecuteNonQuery();
        }

        using var made = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        made.Open();
        using (var check = new Statement(made, "PRAGMA integrity_check"))
        {
            check.Step();
            if (check.Text(0) != "ok")
                throw new InvalidDataException($"The copy is damaged: {check.Text(0)}");
        }

        using var count = new Statement(made, "SELECT count(*) FROM entities");
        count.Step();
        return count.Number(0);
    }
}
