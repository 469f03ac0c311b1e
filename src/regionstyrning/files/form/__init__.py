"""What a file may say: its fields, its plain values, and what is written in short."""
