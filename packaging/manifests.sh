#!/bin/sh
# Fills in the Homebrew formula and the winget manifests from the checksums of the archives:
#   sh packaging/manifests.sh REPOSITORY ARCHIVES FOLDER
# REPOSITORY is the address of the repository, ARCHIVES the folder that archive.sh has filled.
set -eu
repository=$1
archives=$2
folder=$3
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
sum() { cut -d ' ' -f 1 "$archives/ibid-$version-$1.$2.sha256"; }
mkdir -p "$folder"
for file in packaging/homebrew/ibid.rb packaging/winget/*.yaml; do
  sed -e "s|@REPOSITORY@|$repository|g" -e "s|@VERSION@|$version|g" \
    -e "s|@SHA_MAC_ARM@|$(sum aarch64-apple-darwin tgz)|" \
    -e "s|@SHA_MAC_INTEL@|$(sum x86_64-apple-darwin tgz)|" \
    -e "s|@SHA_LINUX_ARM@|$(sum aarch64-unknown-linux-musl tgz)|" \
    -e "s|@SHA_LINUX_INTEL@|$(sum x86_64-unknown-linux-musl tgz)|" \
    -e "s|@SHA_WINDOWS@|$(sum x86_64-pc-windows-msvc zip)|" "$file" >"$folder/$(basename "$file")"
  echo "$folder/$(basename "$file")"
done
