#!/bin/sh
# Writes the completions and the manual pages of a built ibid: sh packaging/extras.sh PROGRAM FOLDER
set -eu
program=$1
folder=$2
mkdir -p "$folder/man" "$folder/completions"
"$program" man >"$folder/man/ibid.1"
commands=$("$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\)  .*/\1/p' | grep -v '^help$')
for command in $commands; do
  "$program" man "$command" >"$folder/man/ibid-$command.1"
done
"$program" completions bash >"$folder/completions/ibid.bash"
"$program" completions fish >"$folder/completions/ibid.fish"
"$program" completions zsh >"$folder/completions/_ibid"
"$program" completions elvish >"$folder/completions/ibid.elv"
"$program" completions powershell >"$folder/completions/_ibid.ps1"
