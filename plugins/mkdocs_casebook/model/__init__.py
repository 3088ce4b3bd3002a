"""What a study is: records, references, mentions and problems. No I/O, no MkDocs."""
