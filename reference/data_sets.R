# Writes tables and a text of R packages to the folder given:
#   Rscript reference/data_sets.R packages/data/datasets && gzip -9n packages/data/datasets/*.{csv,txt}
# Made with R 4.2.2 (Titanic), palmerpenguins 0.1.1 (CC0), kernlab 0.9-32 (UCI Spambase, CC BY 4.0)
# and janeaustenr 1.0.0 (a text in the public domain).
folder <- commandArgs(trailingOnly = TRUE)[1]
write_table <- function(table, name) {
  options(digits = 15, scipen = 99)
  write.csv(table, file.path(folder, name), row.names = FALSE, quote = FALSE, na = "")
}

# One row a person, from the counts; in the order of class, sex, age and survival.
counts <- as.data.frame(datasets::Titanic, stringsAsFactors = TRUE)
people <- counts[rep(seq_len(nrow(counts)), counts$Freq), 1:4]
stopifnot(nrow(people) == 2201)
names(people) <- c("class", "sex", "age", "survived")
people <- people[order(people$class, people$sex, people$age, people$survived), ]
people$class <- tolower(people$class)
people$sex <- tolower(people$sex)
people$age <- tolower(people$age)
people$survived <- ifelse(people$survived == "Yes", "true", "false")
write_table(people, "titanic.csv")

penguins <- palmerpenguins::penguins
stopifnot(nrow(penguins) == 344, ncol(penguins) == 8)
write_table(penguins, "penguins.csv")

data("spam", package = "kernlab")
stopifnot(nrow(spam) == 4601, ncol(spam) == 58)
names(spam) <- c(
  "make", "address", "all", "3d", "our", "over", "remove", "internet", "order", "mail", "receive", "will",
  "people", "report", "addresses", "free", "business", "email", "you", "credit", "your", "font", "000", "money",
  "hp", "hpl", "george", "650", "lab", "labs", "telnet", "857", "data", "415", "85", "technology", "1999",
  "parts", "pm", "direct", "cs", "meeting", "original", "project", "re", "edu", "table", "conference",
  "semicolon", "round_bracket", "square_bracket", "exclamation", "dollar", "hash",
  "capital_run_average", "capital_run_longest", "capital_run_total", "spam"
)
names(spam)[1:48] <- paste0("word_", names(spam)[1:48])
names(spam)[49:54] <- paste0("char_", names(spam)[49:54])
spam$spam <- ifelse(spam$spam == "spam", "true", "false")
write_table(spam, "spam.csv")

writeLines(janeaustenr::prideprejudice, file.path(folder, "pride-and-prejudice.txt"), useBytes = TRUE)
