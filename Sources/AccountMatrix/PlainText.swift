// Words and numbers for people, which every module above speaks too; all of it is of this package.
@_exported public import PlainText
