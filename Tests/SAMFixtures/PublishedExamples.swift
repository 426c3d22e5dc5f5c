// Matrices and problems of the literature stand in `PublishedCases`, for `sam validate` too.
@_exported public import PublishedCases
