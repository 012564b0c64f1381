#!/usr/bin/env bash
# Installs what the tests use beside the program: Jupyter's conformance suite and nbconvert, and, for the tests in a
# browser, classic Notebook and Chromium. Without them (no root, no Debian, no network) those tests are skipped, so this never fails.
set -u

missing=()
/usr/bin/python3 -c 'import jupyter_kernel_test, nbconvert' 2>/dev/null || missing+=("python3-jupyter-kernel-test jupyter-nbconvert")
[ -x /usr/bin/jupyter-notebook ] || missing+=(jupyter-notebook)
[ -x /usr/bin/chromium ] || missing+=(chromium)
[ ${#missing[@]} = 0 ] && exit 0

if ! command -v apt-get >/dev/null || { [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; }; then
  echo "papers: some tests of the Jupyter front end are skipped; to run them: sudo apt-get install ${missing[*]}" >&2
  exit 0
fi

sudo=()
[ "$(id -u)" = 0 ] || sudo=(sudo -n)
"${sudo[@]}" apt-get update >/dev/null 2>&1
for packages in "${missing[@]}"; do
  echo "papers: installing $packages" >&2
  # shellcheck disable=SC2086
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages >/dev/null 2>&1 \
    || echo "papers: apt-get could not install $packages; the tests that need them are skipped" >&2
done
exit 0
