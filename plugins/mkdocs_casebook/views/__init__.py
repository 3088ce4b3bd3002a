"""From a study to what a reader sees: layouts, templates, words in each language, assets."""
