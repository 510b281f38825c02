#include "ui/diagram/diagramform.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using diagram::Language;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramForm)
};

DiagramForm form(std::variant<PictureFormat, Language, DrizzleSchema> format, const QString &name,
                 const QString &suffix, Scheme scheme = Scheme::Light, Paper paper = Paper::Fit)
{
    return {.format = format,
            .filter = name + u" (*."_s + suffix + u')',
            .suffix = suffix,
            .scheme = scheme,
            .paper = paper};
}

} // namespace

const std::vector<DiagramForm> &diagramForms()
{
    // Made when first asked for: the translations are there by then.
    static const std::vector<DiagramForm> forms{
        form(PictureFormat::Svg, Text::tr("Drawing"), u"svg"_s),
        form(PictureFormat::Svg, Text::tr("Drawing, dark"), u"svg"_s, Scheme::Dark),
        form(PictureFormat::Png, Text::tr("Image"), u"png"_s),
        form(PictureFormat::Png, Text::tr("Image, dark"), u"png"_s, Scheme::Dark),
        form(PictureFormat::Pdf, Text::tr("PDF, one page"), u"pdf"_s),
        form(PictureFormat::Pdf, Text::tr("PDF, pages of A4"), u"pdf"_s, Scheme::Light, Paper::A4),
        form(PictureFormat::Pdf, Text::tr("PDF, pages of A3"), u"pdf"_s, Scheme::Light, Paper::A3),
        form(PictureFormat::Pdf, Text::tr("PDF, pages of Letter"), u"pdf"_s, Scheme::Light, Paper::Letter),
        form(DrizzleSchema{}, Text::tr("Drizzle schema"), u"ts"_s),
        form(Language::Mermaid, u"Mermaid"_s, u"mmd"_s),
        form(Language::Dbml, u"DBML"_s, u"dbml"_s),
        form(Language::PlantUml, u"PlantUML"_s, u"puml"_s),
        form(Language::Dot, u"Graphviz"_s, u"dot"_s),
    };
    return forms;
}

const DiagramForm *diagramForm(const QString &filter, const QString &file)
{
    const auto &forms = diagramForms();
    const auto suffix = QFileInfo(file).suffix().toLower();
    const auto chosen = std::find_if(forms.begin(), forms.end(),
                                     [&](const DiagramForm &form) { return form.filter == filter; });
    if (chosen != forms.end() && chosen->suffix == suffix)
        return &*chosen;
    const auto byEnding = std::find_if(forms.begin(), forms.end(),
                                       [&](const DiagramForm &form) { return form.suffix == suffix; });
    if (byEnding != forms.end())
        return &*byEnding;
    return chosen != forms.end() ? &*chosen : &forms.front();
}

} // namespace squall::ui
