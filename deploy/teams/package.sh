#!/usr/bin/env bash
# Makes the zip that a Teams administrator uploads: deploy/teams/package.sh APP_ID HOST [FILE], by default
# artifacts/agabot-teams.zip. APP_ID and HOST are what the deployment of main.bicep ends with (botAppId, host). Needs zip.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

refuse() {
  echo "package.sh: $1" >&2
  exit 64
}

(($# == 2 || $# == 3)) || refuse "usage: package.sh APP_ID HOST [FILE]"
app_id=${1,,} host=${2,,}
[[ $app_id =~ ^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$ ]] || refuse "'$1' is no app id, which looks like 00000000-0000-0000-0000-000000000000."
[[ $host =~ ^[a-z0-9-]+(\.[a-z0-9-]+)+$ ]] || refuse "'$2' is no host: its name alone, without https:// and without a path."
file=$(realpath --canonicalize-missing -- "${3:-$here/../../artifacts/agabot-teams.zip}")

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here"/{color,outline}.png "$here"/{es,en}.json "$folder"
sed -e "s/{{APP_ID}}/$app_id/g" -e "s/{{HOST}}/$host/g" "$here/manifest.json" > "$folder/manifest.json"

mkdir -p "$(dirname "$file")"
rm -f "$file"
(cd "$folder" && zip -q -X "$file" manifest.json es.json en.json color.png outline.png)
echo "Packaged $file"
