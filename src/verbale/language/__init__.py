"""What holds of any Chinese text: script, sentences, tags, numbers, times."""
