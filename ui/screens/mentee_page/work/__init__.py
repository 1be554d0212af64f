"""The tab Arbete & studier: placements and studies over time, wishes and needs, the stages of SE, and study plans."""
