"""Statistics that suit groups of six to twenty, each with its base, its method and its source."""

from workshopcore.evaluation.statistics.alpha import krippendorff_alpha, strength
from workshopcore.evaluation.statistics.change import change, mean_change
from workshopcore.evaluation.statistics.columns import tally_columns
from workshopcore.evaluation.statistics.counts import Counts, counts, several_choice
from workshopcore.evaluation.statistics.effects import d_av, d_between, d_rm, hedges_correction
from workshopcore.evaluation.statistics.grim import grim
from workshopcore.evaluation.statistics.holm import holm
from workshopcore.evaluation.statistics.jackknife import jackknife
from workshopcore.evaluation.statistics.kappa import cohen_kappa
from workshopcore.evaluation.statistics.means import mean
from workshopcore.evaluation.statistics.medians import median
from workshopcore.evaluation.statistics.population import (
    finite_factor,
    worst_case_mean,
    worst_case_share,
)
from workshopcore.evaluation.statistics.promoters import net_promoter
from workshopcore.evaluation.statistics.proportions import jeffreys, wilson
from workshopcore.evaluation.statistics.rank_sum import rank_sum
from workshopcore.evaluation.statistics.response_quality import (
    Flag,
    Flags,
    against_the_rest,
    reversal_missed,
    straight_lining,
)
from workshopcore.evaluation.statistics.retrospective import Retrospective, retrospective
from workshopcore.evaluation.statistics.rounding import adding_up, rounded
from workshopcore.evaluation.statistics.shares import percentage, share, top_box
from workshopcore.evaluation.statistics.shift import shift, shift_between
from workshopcore.evaluation.statistics.shrinkage import shrunken_means
from workshopcore.evaluation.statistics.signed_rank import signed_rank
from workshopcore.evaluation.statistics.statistic import (
    Base,
    Interval,
    Method,
    Part,
    Statistic,
)
from workshopcore.evaluation.statistics.tally import Tally

__all__ = [
    "Base",
    "Counts",
    "Flag",
    "Flags",
    "Interval",
    "Method",
    "Part",
    "Retrospective",
    "Statistic",
    "Tally",
    "adding_up",
    "against_the_rest",
    "change",
    "cohen_kappa",
    "counts",
    "d_av",
    "d_between",
    "d_rm",
    "finite_factor",
    "grim",
    "hedges_correction",
    "holm",
    "jackknife",
    "jeffreys",
    "krippendorff_alpha",
    "mean",
    "mean_change",
    "median",
    "net_promoter",
    "percentage",
    "rank_sum",
    "retrospective",
    "reversal_missed",
    "rounded",
    "several_choice",
    "share",
    "shift",
    "shift_between",
    "shrunken_means",
    "signed_rank",
    "straight_lining",
    "strength",
    "tally_columns",
    "top_box",
    "wilson",
    "worst_case_mean",
    "worst_case_share",
]
