#!/bin/sh
# Packs a built ibid with its papers and its checksum: sh packaging/archive.sh TARGET PROGRAM EXTRAS FOLDER
# TARGET is a Rust target triple; EXTRAS is a folder that extras.sh has filled.
set -eu
target=$1
program=$2
extras=$3
folder=$4
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
name=ibid-$version-$target
mkdir -p "$folder"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir "$stage/$name"
cp "$program" README.md MANUAL.md CHANGELOG.md LICENSE-APACHE LICENSE-MIT "$stage/$name/"
cp -R "$extras/man" "$extras/completions" "$stage/$name/"
case $target in
  *windows*)
    archive=$name.zip
    (cd "$stage" && 7z a -bso0 "$archive" "$name")
    ;;
  *)
    archive=$name.tgz
    tar -C "$stage" -czf "$stage/$archive" "$name"
    ;;
esac
mv "$stage/$archive" "$folder/"
cd "$folder"
if command -v sha256sum >/dev/null; then sha256sum "$archive" >"$archive.sha256"; else shasum -a 256 "$archive" >"$archive.sha256"; fi
echo "$folder/$archive"
