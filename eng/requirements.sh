#!/usr/bin/env bash
# Installs what the project needs beside the .NET SDK: ffmpeg with a font (Debian and its relatives).
# Sourced or run by examples/demo.sh and tests/run.sh; does nothing where all is there.
set -euo pipefail

have_all() {
  command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null && [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ]
}

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

if ! have_all; then
  packages=(ffmpeg fonts-dejavu-core)
  if [ "$(id -u)" = 0 ]; then
    as_root=()
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo)
  else
    echo "ffmpeg is missing. Install it with:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y ${packages[*]}" >&2
    exit 1
  fi
  echo "Installing ${packages[*]} ..." >&2
  ${as_root[@]+"${as_root[@]}"} apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive ${as_root[@]+"${as_root[@]}"} apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
