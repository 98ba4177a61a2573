# Writes the Ames housing table of R's modeldata package (MIT) as CSV:
#   Rscript reference/ames.R | gzip -9n > packages/data/datasets/ames.csv.gz
# Made with modeldata 1.1.0 (Debian r-cran-modeldata 1.1.0-1).
data("ames", package = "modeldata")
stopifnot(nrow(ames) == 2930, ncol(ames) == 74, !anyNA(ames))
is_factor <- vapply(ames, is.factor, logical(1))
# Two levels carry a trailing space in the source, left over from a fixed-width file.
ames[is_factor] <- lapply(ames[is_factor], function(column) trimws(as.character(column)))
options(digits = 15, scipen = 99)
write.csv(ames, stdout(), row.names = FALSE, quote = FALSE)
