#!/usr/bin/env bash
# Watch a camera being replaced: a virtual Hikvision is read, unplugged, and a virtual ONVIF camera takes over what it did.
# usage: examples/demo.sh [--break mask|stream|login]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

break=none
if [ "${1:-}" = --break ]; then break=${2:-}; fi
case "$break" in
  none|mask|stream|login) ;;
  *) echo "usage: examples/demo.sh [--break mask|stream|login]" >&2; exit 64 ;;
esac

bash eng/requirements.sh
app=artifacts/cammigrate
echo "» Building" >&2
dotnet publish src/CamMigrate.Cli -c Release -o "$app" -v quiet --nologo >&2

work=$(mktemp -d "${TMPDIR:-/tmp}/cammigrate-demo-XXXXXX")
export CAMMIGRATE_HOME="$work/home"
export DEMO_OLD_CAMERA_PASSWORD="old-$RANDOM$RANDOM" DEMO_NEW_CAMERA_PASSWORD="new-$RANDOM$RANDOM"
cp examples/demo-estate.yaml "$work/estate.yaml"
case "$break" in                                    # only the virtual cameras are changed, never the command
  mask)   sed -i 's/^  login: {onvif: either}/&\n  faults: {masks: notBurned}/' "$work/estate.yaml" ;;
  stream) sed -i 's/^  login: {onvif: either}/&\n  faults: {stream: notFound}/' "$work/estate.yaml" ;;
  login)  sed -i 's/passwordEnv: DEMO_NEW_CAMERA_PASSWORD/password: changed-by-somebody/' "$work/estate.yaml" ;;
esac

pids=()
# shellcheck disable=SC2317  # called by the trap
stop() {
  for pid in ${pids[@]+"${pids[@]}"}; do
    kill "$pid" 2>/dev/null || continue
    wait "$pid" 2>/dev/null || true
  done
}
trap stop EXIT

plug_in() { # camera: starts it and returns when it answers
  "$app/cammigrate" simulate "$work/estate.yaml" --only "$1" > "$work/$1.out" 2> "$work/$1.err" &
  pids+=($!)
  for _ in $(seq 200); do
    grep -q '^ready' "$work/$1.out" && return
    kill -0 "$!" 2>/dev/null || { cat "$work/$1.err" >&2; exit 1; }
    sleep 0.1
  done
  echo "The virtual camera $1 did not start." >&2; exit 1
}

echo "» The old camera hangs on the cable" >&2
plug_in gate-old
root=$PWD
: > "$work/swap.err"
( cd "$work" && exec "$root/$app/cammigrate" swap 127.0.20.31:18031 127.0.20.32:18032 --yes --wait 2m \
    --old-user admin --old-password-env DEMO_OLD_CAMERA_PASSWORD \
    --new-user installer --new-password-env DEMO_NEW_CAMERA_PASSWORD ) 2> >(tee "$work/swap.err" >&2) &
swap=$!

while kill -0 "$swap" 2>/dev/null && ! grep -q 'Unplug the old camera' "$work/swap.err"; do sleep 0.1; done
if kill -0 "$swap" 2>/dev/null; then
  kill "${pids[0]}"; wait "${pids[0]}" 2>/dev/null || true
  echo "» (the demo unplugs the old camera and plugs in the new one)" >&2
  plug_in gate-new
fi

code=0
wait "$swap" || code=$?
exit "$code"
