using Microsoft.Data.Sqlite;

namespace AgaBot.Storage.Sqlite;

/// <summary>A copy of the database at one moment. In WAL mode a copy of the file alone would lack the latest writes.</summary>
internal static class SqliteBackup
{
    /// <param name="path">An empty file, or none.</param>
    /// <returns>How many rows the copy holds.</returns>
    /// <exception cref="DamagedStoreException">The copy is damaged, and the original most likely too.</exception>
    public static long Make(SqliteFile file, string path, CancellationToken cancellationToken)
    {
        using (SqliteConnection original = file.Open())
        {
            Interruptible.Run(
                original,
                () =>
                {
                    using SqliteCommand copy = original.CreateCommand();
                    copy.CommandText = "VACUUM INTO $path";
                    copy.Parameters.AddWithValue("$path", path);
                    return copy.ExecuteNonQuery();
                },
                cancellationToken
            );
        }

        using SqliteConnection made = SqliteFile.Connection(path, SqliteOpenMode.ReadOnly);
        made.Open();
        return Interruptible.Run(made, () => Verify(made), cancellationToken);
    }

    private static long Verify(SqliteConnection made)
    {
        using (var check = new Statement(made, "PRAGMA integrity_check"))
        {
            check.Step();
            if (check.Text(0) != "ok")
                throw new DamagedStoreException($"The copy is damaged: {check.Text(0)}");
        }

        using var count = new Statement(made, "SELECT count(*) FROM entities");
        count.Step();
        return count.Number(0);
    }
}
