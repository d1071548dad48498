#!/usr/bin/env bash
# Makes the folder that a server runs: deploy/publish.sh [FOLDER], by default artifacts/publish.
# FOLDER is made; it may be there already if it is empty. The server needs the ASP.NET Core 10 runtime, this machine the
# SDK and Node.js.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

if (($# == 0)); then
  folder=$root/artifacts/publish
  rm -rf "$folder"
else
  folder=$(realpath --canonicalize-missing -- "$1")
  # What an earlier version left would be served beside the new.
  if [[ -e $folder && -n $(ls -A -- "$folder") ]]; then
    echo "publish.sh: $folder is not empty." >&2
    exit 1
  fi
fi

# Build servers that outlive the script would keep the pipe of whoever reads it open.
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDTERMINALLOGGER=off MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
case $(uname -m) in
  x86_64) runtime=linux-x64 ;;
  aarch64) runtime=linux-arm64 ;;
  *) echo "publish.sh: no server of this kind is known: $(uname -m)." >&2; exit 1 ;;
esac
# Compiled ahead, so that a restarted server answers at once.
dotnet publish "$root/Bot" --configuration Release --runtime "$runtime" -p:PublishReadyToRun=true --no-self-contained --output "$folder" -v quiet </dev/null
echo "Published to $folder"
