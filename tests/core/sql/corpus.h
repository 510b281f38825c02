#pragma once

#include <QString>

#include <vector>

namespace squall::test {

/// A script of `corpus`, which is for the hard cases of cutting, parsing and formatting.
struct CorpusFile
{
    QString name; ///< for example `copy/two-on-a-line`
    QString path;
    QString text;
};

/// All of them, by name.
std::vector<CorpusFile> corpus();

} // namespace squall::test
