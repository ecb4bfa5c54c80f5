"""`python -m extractor.cli` does what the command `extract` does."""

from extractor.cli import main

if __name__ == "__main__":
    main()
