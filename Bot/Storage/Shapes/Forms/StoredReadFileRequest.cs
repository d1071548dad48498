using AgaBot.Dialogs;
using AgaBot.Dialogs.Inputs;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredReadFileRequest(string Kind, string File, int? Number = null);

internal sealed class StoredReadFileRequestShape()
    : KindShape<PendingRequest, ReadFileRequest, StoredReadFileRequest>("readFile", StoredFormsJson.Default.StoredReadFileRequest)
{
    protected override StoredReadFileRequest Of(ReadFileRequest state) => new(Kind, state.File.Value, state.Number);

    protected override ReadFileRequest To(StoredReadFileRequest stored) => new(new SentFileId(stored.File), stored.Number);
}
