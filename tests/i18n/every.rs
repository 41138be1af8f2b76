//! Every text of a language, by the name of its field. What each type of field says is in `fields`.

use clipcart::i18n::boot::{self, BootPageTexts, BootScriptTexts};
use clipcart::i18n::texts::card::CardTexts;
use clipcart::i18n::texts::charts::ChartTexts;
use clipcart::i18n::texts::common::CommonTexts;
use clipcart::i18n::texts::compare::CompareTexts;
use clipcart::i18n::texts::developer::DeveloperTexts;
use clipcart::i18n::texts::errors::ErrorTexts;
use clipcart::i18n::texts::export::ExportTexts;
use clipcart::i18n::texts::files::FileTexts;
use clipcart::i18n::texts::filter::FilterTexts;
use clipcart::i18n::texts::help::HelpTexts;
use clipcart::i18n::texts::products::ProductTexts;
use clipcart::i18n::texts::results::ResultsTexts;
use clipcart::i18n::texts::runs::RunsTexts;
use clipcart::i18n::texts::saved::SavedTexts;
use clipcart::i18n::texts::search::SearchTexts;
use clipcart::i18n::texts::settings::SettingsTexts;
use clipcart::i18n::texts::shell::ShellTexts;
use clipcart::i18n::texts::summary::SummaryTexts;
use clipcart::i18n::texts::table::TableTexts;
use clipcart::i18n::{Language, Texts};

/// A text, and what it was given to say; nothing, when it was given nothing.
pub struct Line {
    pub text: String,
    pub given: String,
}

/// A field's name, such as `search.ids_label`, and its lines.
pub type Named = (String, Vec<Line>);

/// Every field of a language's texts, those of the page before the program among them.
pub fn every(language: Language) -> Vec<Named> {
    let Texts {
        shell,
        search,
        files,
        runs,
        saved,
        results,
        errors,
        card,
        products,
        table,
        charts,
        filter,
        compare,
        summary,
        export,
        settings,
        help,
        developer,
        common,
        metric,
    } = language.texts();
    let features: [(&str, &dyn Feature); 21] = [
        ("shell", shell),
        ("search", search),
        ("files", files),
        ("runs", runs),
        ("saved", saved),
        ("results", results),
        ("errors", errors),
        ("card", card),
        ("products", products),
        ("table", table),
        ("charts", charts),
        ("filter", filter),
        ("compare", compare),
        ("summary", summary),
        ("export", export),
        ("settings", settings),
        ("help", help),
        ("developer", developer),
        ("common", common),
        ("boot.page", boot_page(language)),
        ("boot.script", boot_script(language)),
    ];
    let named = |(feature, texts): (&str, &dyn Feature)| {
        let fields = texts.fields().into_iter();
        let named = fields.map(|(name, lines)| (format!("{feature}.{name}"), lines));
        named.collect::<Vec<_>>()
    };
    let mut every: Vec<Named> = features.into_iter().flat_map(named).collect();
    every.push(("metric".to_owned(), metric.lines()));
    every
}

fn boot_page(language: Language) -> &'static BootPageTexts {
    match language {
        Language::English => &boot::EN.page,
        Language::Chinese => &boot::ZH.page,
    }
}

fn boot_script(language: Language) -> &'static BootScriptTexts {
    match language {
        Language::English => &boot::EN.script,
        Language::Chinese => &boot::ZH.script,
    }
}

/// A struct of texts.
trait Feature {
    fn fields(&self) -> Vec<(&'static str, Vec<Line>)>;
}

/// One field, whatever its type.
pub trait Field {
    fn lines(&self) -> Vec<Line>;
}

/// Each struct of texts with its fields; one that is not named here does not compile.
macro_rules! features {
    ($($texts:ident { $($field:ident)* })*) => {$(
        impl Feature for $texts {
            fn fields(&self) -> Vec<(&'static str, Vec<Line>)> {
                let $texts { $($field),* } = self;
                vec![$((stringify!($field), $field.lines())),*]
            }
        }
    )*};
}

features! {
    ShellTexts {
        page_title and_more skip_to_results tagline settings help footer sample_badge
        sample_note leave_sample proxy_note bad_config_title bad_config_advice config_not_loaded
    }
    SearchTexts {
        ids_label ids_hint ids_placeholder excerpt edit_text clear_text advanced advanced_hint page_label size_label search search_shortcut one_credit
        up_to_one_credit up_to_credits free ids_recognized duplicates_removed items_not_recognized more_items many_ids
        token_problem from_link resolving_links search_waits links_wait resolve_links link_unresolved link_failure use_rounded rounded_cause
        ids_problem page_problem size_problem link_problem repeated_parameter unknown_list misspelled_parameter folded_ids
        folded_page edit edit_search
    }
    FileTexts {
        open drop reading read ids_from which_column which_sheet also earlier_columns remove problem
        not_loaded unnamed_column
    }
    RunsTexts {
        plan_title plan_facts plan_more known use_saved fetched_again earlier_shown use_saved_instead credit_limit credit_limit_hint credit_limit_hint_left credit_limit_problem limit_below_least used_before start go_on
        loading_plan plan_first price progress ids_done groups_done rows_per_minute time_left credits_used
        credits_possible credits_today pause resume stop running waiting goes_on_in in_flight paused paused_offline paused_failures stopped
        stopped_limit finished allow failed_title failed failed_before retry copy_ids elsewhere_title elsewhere_note
        look_again unfinished_title unfinished_list first_id unfinished continue_search discard more_rows load_rest load_rest_price link_too_long list_not_saved
        export_list parallel parallel_hint
    }
    SavedTexts {
        title keep keep_name note total keeps_less keep_less delete_all delete_confirm deleted problem
    }
    ResultsTexts {
        load_covers load_covers_note
        title intro_title intro_steps try_sample sample_free consent_title consent_note run_search
        loading video_count row_count row_tip page_position last_page data_origin refresh copy_link
        link_copied pages previous next all_pages one_page_loaded empty_title empty_advice
        empty_later_page empty_sample ids_without_data no_data_reason unreadable_rows unreadable_row row_without_id
        row_not_an_object odd_values not_a_number view view_loading cards table charts compare compare_count sort_by
        input_order descending ascending
    }
    ErrorTexts {
        failure cost earlier_results available_again message code add_key open_settings open_dashboard
        sign_in reload
    }
    CardTexts {
        video no_caption show_more show_less hashtags published creator open_on_tiktok from_file data_from no_cover play
        close_player clip clip_expired clip_missing clip_unusable clip_broken tiktok_player
        tiktok_player_note product unknown_product product_count not_totaled estimated estimated_dollars
        all_metrics copy_video_id copy_creator_id copy_product_id compare compare_video more_cards
    }
    ProductTexts {
        name price note naming stopping unavailable unknown failed commission rating seller named_at
    }
    TableTexts {
        caption video column show_card sort_level sort_hint columns columns_shown columns_hidden move_up
        move_down hide show reset_columns
    }
    ChartTexts {
        kind kind_name metric x_axis log_scale download_png download_svg not_saved estimated total
        median_of ranking versus distribution by_time by_region by_hashtag videos lower_quartile median
        upper_quartile data_points keys_hint summary no_data more unknown_excluded too_large_excluded zero_excluded
        multi_product_excluded multi_product_separate each_hashtag data_table first_rows video range
        published region hashtag
    }
    FilterTexts {
        find filter filter_count region sales any has_sales one_product no_value published dates_note from to metric_range
        metric min max not_a_number min_above_max not_a_day from_after_to in_unit active remove clear_all between
        between_below since until at_least at_most below no_match no_match_advice
    }
    CompareTexts {
        selected_count selection_full none_selected none_selected_advice not_in_results title metric
        baseline set_baseline remove best value_per_product products
    }
    SummaryTexts {
        title videos rows of_all median videos_counted exact_totals excluded unknown_excluded multi_product_excluded
    }
    ExportTexts {
        export title note format xlsx xlsx_note csv csv_note json json_note raw raw_note rows all_rows
        current_view selected_videos captions captions_safe captions_unchanged bom download copy copied
        not_copied creating saved cancelled not_loaded not_created
    }
    SettingsTexts {
        title data_source fixed_by_deployment source_direct source_direct_note source_proxy
        source_proxy_note covers_refused products_refused sign_covers sign_covers_note proxy_address proxy_address_problem api_key api_key_note api_key_problem
        show_key hide_key save keep_for_tab forget_key key_set key_forgotten language theme theme_system
        theme_light theme_dark single_keys single_keys_note
    }
    HelpTexts {
        title shortcuts shortcuts_note shortcuts_are_off shortcut space search metrics metrics_note
        metric formula unit unit_name higher_is_better direction
    }
    DeveloperTexts {
        title request copy_as masked_note proxy_note sample_note copy reveal reveal_warning
        copied_with_key response status time milliseconds size bytes no_request_id saved_response
        from_sample formatted_note cut_note copy_response response_copied download download_blocked
    }
    CommonTexts {
        cancel close loading part_not_loaded try_again try_again_in copied copy_by_hand request_id copy_request_id
        region_unknown region labeled list
    }
    BootPageTexts {
        title description tagline ids_label ids_hint ids_placeholder advanced advanced_hint page_label size_label search
        search_shortcut one_credit broken late no_script
    }
    BootScriptTexts {
        too_old not_loaded not_started reload
    }
}
