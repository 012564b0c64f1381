#!/usr/bin/env bash
# Prepares this machine: chooses where the contract packages come from, installs the engine if it has to,
# and builds the program. `papers` calls it on first use and after a change; calling it by hand does no harm.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
local_props=$root/environment/local.props
debian_packages="libtorch-dev libopenblas0-pthread cmake g++ ninja-build libzmq5"
started=$SECONDS

say() { printf '%s\n' "papers: $*" >&2; }
fail() { say "$1"; shift; for line in "$@"; do printf '  %s\n' "$line" >&2; done; exit 1; }

# Runs a step quietly; its output appears only when it fails.
step() {
  local title=$1 begin=$SECONDS log
  shift
  log=$(mktemp)
  printf '%s' "papers: $title ..." >&2
  # Without the lock: a build server that outlives the build would keep it.
  if "$@" >"$log" 2>&1 </dev/null 9>&-; then
    printf ' %s s\n' $((SECONDS - begin)) >&2
    rm -f "$log"
  else
    printf ' failed after %s s\n' $((SECONDS - begin)) >&2
    tail -n 40 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

need_sdk() {
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is missing." \
    "Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this command again."
  (cd "$root" && dotnet --version >/dev/null 2>&1) || fail "the .NET SDK on PATH is not version 10." \
    "Found: $(dotnet --list-sdks 2>/dev/null | tr '\n' ';')" \
    "Install .NET 10 from https://dotnet.microsoft.com/download/dotnet/10.0 and run this command again."
}

choose_packages() {
  local choice=${PAPERS_PACKAGES:-}
  if [ -z "$choice" ] && [ -e "$local_props" ]; then return; fi
  if [ -z "$choice" ]; then
    say "looking for TorchSharp, Plotly.NET and .NET Interactive on NuGet (once)"
    if probe_nuget >/dev/null 2>&1 9>&-; then
      choice=NuGet
    else
      choice=StandIn
    fi
  fi
  case $choice in
    NuGet | StandIn) ;;
    *) fail "PAPERS_PACKAGES is '$choice'; it must be NuGet or StandIn." ;;
  esac
  if [ "$choice" = StandIn ]; then say "the contract packages come from src/standins"; else say "the contract packages come from NuGet"; fi
  # Written only when it changes, since a newer file means a new build.
  local text="<Project><PropertyGroup><Packages>$choice</Packages></PropertyGroup></Project>"
  [ "$(cat "$local_props" 2>/dev/null || true)" = "$text" ] || printf '%s\n' "$text" >"$local_props"
}

probe_nuget() {
  timeout 120 dotnet restore "$root/environment/probe/probe.csproj" --verbosity quiet
}

have_engine() {
  command -v cmake >/dev/null && command -v ninja >/dev/null && command -v c++ >/dev/null || return 1
  [[ $(ldconfig -p) == *libzmq.so.5* ]] || return 1
  [ -n "${Torch_DIR:-}" ] && return 0
  dpkg -s libtorch-dev libopenblas0-pthread >/dev/null 2>&1
}

install_engine() {
  have_engine && return
  local install="apt-get install -y --no-install-recommends $debian_packages"
  command -v apt-get >/dev/null || fail "libtorch, cmake, ninja, a C++17 compiler or libzmq 5 is missing, and this is no Debian." \
    "Install them (Debian names: $debian_packages)," \
    "set Torch_DIR to the folder that holds TorchConfig.cmake (a PyTorch has one in torch/share/cmake/Torch)," \
    "and run this command again."
  local sudo=()
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      fail "the deep-learning engine is missing, and installing it needs root. Run" \
        "sudo sh -c 'apt-get update && $install'" "and then this command again."
    fi
    sudo=(sudo -n)
  fi
  export DEBIAN_FRONTEND=noninteractive
  step "refreshing Debian's package list" "${sudo[@]}" apt-get update \
    || fail "apt-get update failed (above). Is there a network?" "When it works, run this command again."
  # shellcheck disable=SC2086
  step "installing libtorch and its build tools (about 110 MB, two minutes)" "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive $install \
    || fail "apt-get could not install them (above). Run it by hand to see why:" "sudo $install"
}

build() {
  dotnet publish "$root/src/PaperSharp.Cli/PaperSharp.Cli.csproj" --configuration Release --nologo --verbosity quiet --output "$root/artifacts/papers.next"
}

mkdir -p "$root/artifacts"
exec 9>"$root/artifacts/setup.lock"
flock -n 9 || { say "another papers is preparing this folder; waiting for it"; flock 9; }

need_sdk
choose_packages
if grep -q StandIn "$local_props"; then install_engine; fi
# The stamp is as old as the start of the build, so that a file saved meanwhile counts as newer.
mark=$root/artifacts/papers.stamp.next
touch "$mark"
step "building PaperSharp (a few minutes the first time)" build \
  || fail "the build failed (above)." "The old program, if there was one, is untouched."

# Only makes kernels start sooner, so that nothing is lost when it fails.
"$root/artifacts/papers.next/PaperSharp.Cli" kernel prepare >/dev/null 2>&1 || true

# Swapped by renaming, so that a notebook that is running keeps the files it has open.
rm -rf "$root/artifacts/papers.old"
[ ! -e "$root/artifacts/papers" ] || mv "$root/artifacts/papers" "$root/artifacts/papers.old"
mv "$root/artifacts/papers.next" "$root/artifacts/papers"
rm -rf "$root/artifacts/papers.old"
mv "$mark" "$root/artifacts/papers.stamp"
say "ready after $((SECONDS - started)) s"
