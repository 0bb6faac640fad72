class Ibid < Formula
  desc "Read articles side by side: what they share and what each changed"
  homepage "@REPOSITORY@"
  version "@VERSION@"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
      url "@REPOSITORY@/releases/download/v@VERSION@/ibid-@VERSION@-aarch64-apple-darwin.tgz"
      sha256 "@SHA_MAC_ARM@"
    end
    on_intel do
      url "@REPOSITORY@/releases/download/v@VERSION@/ibid-@VERSION@-x86_64-apple-darwin.tgz"
      sha256 "@SHA_MAC_INTEL@"
    end
  end

  on_linux do
    on_arm do
      url "@REPOSITORY@/releases/download/v@VERSION@/ibid-@VERSION@-aarch64-unknown-linux-musl.tgz"
      sha256 "@SHA_LINUX_ARM@"
    end
    on_intel do
      url "@REPOSITORY@/releases/download/v@VERSION@/ibid-@VERSION@-x86_64-unknown-linux-musl.tgz"
      sha256 "@SHA_LINUX_INTEL@"
    end
  end

  def install
    bin.install "ibid"
    man1.install Dir["man/*.1"]
    bash_completion.install "completions/ibid.bash" => "ibid"
    fish_completion.install "completions/ibid.fish"
    zsh_completion.install "completions/_ibid"
  end

  test do
    (testpath/"a.txt").write("The council met on Monday to vote on the bridge.\n")
    (testpath/"b.txt").write("The council met on Monday to vote on the bridge.\n")
    assert_match "100 %", shell_output("#{bin}/ibid report a.txt b.txt")
  end
end
