#!/bin/sh
# Double-click this file: it shows your site in the browser while you write. To stop it, close this window.
cd "$(dirname "$0")" || exit 1
export PYTHONUTF8=1
failed() {
  echo "That did not work. Nothing of yours is changed. Look at the lines above, then try again."
  echo "If it goes on, delete the folder .venv here, and double-click this file again."
  exit 1
}
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "Python 3.11 or newer is not on this computer yet."
  echo "Install it from https://www.python.org/downloads/ and double-click this file again."
  exit 1
fi
# Also where the Python that it was made with is gone.
.venv/bin/python -c '' 2>/dev/null || python3 -m venv --clear .venv || failed
if ! cmp -s requirements.txt .venv/requirements.txt; then
  echo "Installing what the site is made with. This needs the internet, and takes a few minutes the first time."
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt || failed
  cp requirements.txt .venv/requirements.txt
fi
exec .venv/bin/python -m psychoed serve
