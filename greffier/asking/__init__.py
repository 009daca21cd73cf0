"""question → Hit, Answer: finds pages and answers in their own words, or says that they do not say."""
