#!/usr/bin/env bash
# The one command that passes the tests: ./test.sh
#
# Needs the .NET SDK, Node.js with npm, and apt-get. Installs the rest once (Chromium, zip and Caddy from the distribution, npm
# packages from the registry), builds, checks the formatting and runs every test. Arguments go to dotnet test, e.g.
#   ./test.sh --filter FullyQualifiedName~Forms
#
# ./test.sh --quick runs only the tests that start no process, no server and no browser (they have no trait
# Category=Integration). It installs nothing and does not check the formatting.
#
# Asks nothing. The last line is "N passed, N failed" (and ", N skipped" where some were). The exit code is 0 only if
# everything was built and formatted, ran to its end and passed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
exec </dev/null

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDTERMINALLOGGER=off
# Build servers that outlive the command would keep the pipe of whoever reads it open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

quick=false
if [[ ${1:-} == --quick ]]; then
  quick=true
  set -- --filter 'Category!=Integration' "${@:2}"
fi

results=artifacts/test-results
# A test that hangs is ended and named by then; the slowest real one takes a small part of it.
hang_timeout=10m

say() { printf '\n== %s\n' "$*"; }

# Prints the count of everything in the result files, and ends with it.
finish() {
  local code=$1 reason=${2:-} passed=0 failed=0 skipped=0
  read -r passed failed skipped < <(find "$results" -name '*.trx' -exec cat {} + 2>/dev/null | awk '
    match($0, /<Counters [^>]*>/) {
      line = substr($0, RSTART, RLENGTH)
      total += field("total"); executed += field("executed"); passed += field("passed")
    }
    function field(name) { return match(line, " " name "=\"[0-9]+\"") ? substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    # Whatever ran and did not pass failed, by whichever name (error, timeout, aborted).
    END { print passed + 0, executed - passed, total - executed }')

  if [[ -z $reason ]] && grep -rqs 'test run was aborted' "$results" --include='*.trx'; then
    # A test host that crashes or hangs writes no result for the test that it was in.
    failed=$((failed + 1)) reason="The test run broke off before its end; that counts as one failure."
  elif [[ -z $reason ]] && ((passed + failed == 0)); then
    reason="No test was run."
  fi
  if [[ -n $reason ]] || ((failed > 0)); then code=1; fi
  [[ -z $reason ]] || printf '\n%s\n' "$reason"
  printf '\n%d passed, %d failed' "$passed" "$failed"
  ((skipped == 0)) || printf ', %d skipped' "$skipped"
  printf '\n'
  exit "$code"
}

need() {
  command -v "$1" >/dev/null || finish 1 "$1 is missing: $2"
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo --non-interactive "$@"; fi
}

rm -rf "$results"
need dotnet "install the .NET 10 SDK (https://dotnet.microsoft.com/download)."
formatted=true
if [[ $quick == false ]]; then
  need npm "install Node.js 20 or newer with npm (https://nodejs.org)."

  if [[ ! -x /usr/bin/chromium || ! -x /usr/bin/zip || ! -x /usr/bin/caddy ]]; then
    say "Chromium, zip and Caddy, from the distribution's packages"
    { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium zip caddy; } \
      || finish 1 "Chromium, zip and Caddy could not be installed: apt-get install chromium zip caddy."
  fi

  if ! cmp -s Bot.Tests/Node/package-lock.json Bot.Tests/Node/node_modules/.installed-lock; then
    say "npm packages of the tests"
    { npm ci --prefix Bot.Tests/Node --no-fund --no-audit \
        && cp Bot.Tests/Node/package-lock.json Bot.Tests/Node/node_modules/.installed-lock; } \
      || finish 1 "The npm packages of the tests could not be installed: npm ci --prefix Bot.Tests/Node."
  fi

  say "Formatting"
  { dotnet tool restore && dotnet csharpier check .; } || formatted=false
fi

say "Build"
dotnet build AgaBot.sln --nologo -v quiet || finish 1 "The build failed; no test was run."

if [[ $quick == false ]]; then
  say "Code style"
  dotnet format AgaBot.sln --verify-no-changes --no-restore || formatted=false
fi

say "Tests"
dotnet test AgaBot.sln --no-build --nologo --logger trx --results-directory "$results" \
  --blame-hang --blame-hang-timeout "$hang_timeout" --blame-hang-dump-type none "$@"
code=$?

if [[ $formatted == false && $code == 0 ]]; then
  finish 1 "Every test passed, but the formatting differs: run dotnet csharpier format . and dotnet format."
fi
finish "$code"
