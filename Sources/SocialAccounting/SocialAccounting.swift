// The umbrella: what an economist imports.
@_exported public import AccountMatrix
@_exported public import Balancing
@_exported public import GeneralEquilibrium
@_exported public import Multipliers
@_exported public import SAMFiles
@_exported public import SpendingPolicy
